import { DirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import Sigma from 'sigma';
import type { Edge, Node } from '../../../src/archive/looks/network.ts';
import { oneLine } from '../../../src/reading/picture/visible.ts';
import { isConflict } from './graph.ts';

/** A network that is drawn; `show` lights one person's edges, `close` frees the canvas. */
export interface Drawn {
  show(person: string): void;
  close(): void;
}

const size = ({ acts, receives }: Node, small: boolean): number => (small ? 0.5 : 1) * (4 + 2.2 * Math.sqrt(acts + receives));

/** Places the nodes: on a circle in their order, then by the forces between them. The same network gives the same picture. */
export function graphOf(nodes: readonly Node[], edges: readonly Edge[], small = false): DirectedGraph {
  const graph = new DirectedGraph();
  for (const [at, node] of nodes.entries()) {
    const angle = (2 * Math.PI * at) / nodes.length;
    graph.addNode(node.id, {
      label: oneLine(node.name),
      size: size(node, small),
      x: 100 * Math.cos(angle),
      y: 100 * Math.sin(angle),
      kind: node.kind,
    });
  }
  for (const edge of edges)
    if (graph.hasNode(edge.actor) && graph.hasNode(edge.recipient))
      graph.addEdge(edge.actor, edge.recipient, {
        size: (small ? 0.6 : 1) * (2 + 1.5 * Math.log2(edge.events)),
        weight: Math.sqrt(edge.events),
        conflict: isConflict(edge),
      });
  forceAtlas2.assign(graph, { iterations: 600, settings: { ...forceAtlas2.inferSettings(graph), gravity: 0.4, edgeWeightInfluence: 1 } });
  return graph;
}

/** The page's colours at this moment, light or dark. */
function colours(element: Element) {
  const style = getComputedStyle(element);
  const of = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: of('--ink'),
    node: of('--strong'),
    quiet: of('--line'),
    cooperation: of('--cooperation'),
    conflict: of('--conflict'),
    sheet: of('--sheet'),
  };
}

/** Draws into an element. @throws where the browser draws no WebGL */
export function draw(frame: HTMLElement, nodes: readonly Node[], edges: readonly Edge[], choose: (person: string) => void): Drawn {
  const small = frame.clientWidth < 500;
  const graph = graphOf(nodes, edges, small);
  let chosen = '';
  let paint = colours(frame);
  const near = (node: string) => chosen === '' || node === chosen || graph.areNeighbors(node, chosen);
  const sigma = new Sigma(graph, frame, {
    allowInvalidContainer: true,
    defaultEdgeType: 'arrow',
    labelFont: '"Source Sans 3 Variable", system-ui, sans-serif',
    labelSize: small ? 12 : 14,
    labelColor: { color: paint.ink },
    labelRenderedSizeThreshold: small ? 4.2 : 6,
    labelDensity: small ? 0.3 : 0.8,
    stagePadding: small ? 24 : 48,
    minEdgeThickness: small ? 1 : 2,
    zIndex: true,
    // What lies under the pointer is named in the page's colours; sigma's own box is white in the dark too.
    defaultDrawNodeHover: (context, data, settings) => {
      const words = String(data.label ?? '');
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const width = context.measureText(words).width;
      context.fillStyle = paint.sheet;
      context.strokeStyle = paint.ink;
      context.beginPath();
      context.roundRect(data.x + data.size + 2, data.y - 12, width + 12, 24, 4);
      context.fill();
      context.stroke();
      context.fillStyle = paint.ink;
      context.fillText(words, data.x + data.size + 8, data.y + settings.labelSize / 3);
    },
    nodeReducer: (node, data) => ({
      ...data,
      color: near(node) ? paint.node : paint.quiet,
      label: near(node) ? data['label'] : '',
      forceLabel: chosen !== '' && near(node),
    }),
    edgeReducer: (edge, data) => {
      const lit = chosen === '' || graph.hasExtremity(edge, chosen);
      return { ...data, color: lit ? (data['conflict'] ? paint.conflict : paint.cooperation) : paint.quiet, zIndex: lit ? 1 : 0 };
    },
  });
  sigma.on('clickNode', ({ node }) => choose(node));
  sigma.on('clickStage', () => choose(''));
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const repaint = () => {
    paint = colours(frame);
    sigma.setSetting('labelColor', { color: paint.ink });
    sigma.refresh();
  };
  dark.addEventListener('change', repaint);
  return {
    show(person) {
      chosen = graph.hasNode(person) ? person : '';
      sigma.refresh();
    },
    close() {
      dark.removeEventListener('change', repaint);
      sigma.kill();
    },
  };
}
