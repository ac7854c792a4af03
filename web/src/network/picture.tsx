import { useEffect, useRef, useState } from 'preact/hooks';
import type { NetworkPage } from '../api/looks.ts';
import type { Drawn } from './draw.ts';

interface PictureProps {
  readonly network: NetworkPage;
  readonly person: string;
  choose(person: string): void;
}

/** The network drawn. What draws it is fetched only when it is wanted; the table beside it says the same in words. */
export function Picture({ network, person, choose }: PictureProps) {
  const frame = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const [trouble, setTrouble] = useState(false);
  const chosen = useRef(choose);
  chosen.current = choose;
  useEffect(() => {
    let gone = false;
    void import('./draw.ts').then(
      ({ draw }) => {
        if (gone || frame.current === null) return;
        try {
          drawn.current = draw(frame.current, network.nodes, network.edges, (one) => chosen.current(one));
          drawn.current.show(person);
          frame.current.dataset['drawn'] = 'true';
        } catch {
          // No WebGL: nothing is lost, the table has it all.
          setTrouble(true);
        }
      },
      () => setTrouble(true),
    );
    return () => {
      gone = true;
      drawn.current?.close();
      drawn.current = null;
    };
  }, [network]);
  useEffect(() => drawn.current?.show(person), [person]);
  return (
    <div class="network-picture">
      <div
        class={trouble ? 'network-frame empty' : 'network-frame'}
        ref={frame}
        role="img"
        aria-label={`${network.nodes.length} people, countries and organisations and ${network.edges.length} ties between them; the table names each.`}
      >
        {trouble && <p>This browser cannot draw the network (it has no WebGL). The table has all of it.</p>}
      </div>
      <p class="network-legend">
        <span class="tie cooperation">mostly cooperation</span> <span class="tie conflict">mostly conflict</span>{' '}
        <span>The arrow points to whom.</span>
      </p>
    </div>
  );
}
