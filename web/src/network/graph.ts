import type { Edge, Node } from '../../../src/archive/looks/network.ts';

/** Whether more of what one does to another is conflict than cooperation. */
export const isConflict = ({ quads: [a, b, c, d] }: Pick<Edge, 'quads'>): boolean => c + d > a + b;

/** Only what somebody takes part in. */
export const edgesOf = (edges: readonly Edge[], person: string): readonly Edge[] =>
  person === '' ? edges : edges.filter(({ actor, recipient }) => actor === person || recipient === person);

/** Nodes by how much they act and receive, most first. */
export const byWeight = (nodes: readonly Node[]): readonly Node[] =>
  [...nodes].sort((a, b) => b.acts + b.receives - (a.acts + a.receives) || (a.name < b.name ? -1 : 1));
