/**
 * How long it may take until every tab sees what one of them wrote to the storage. Browsers keep a copy of it in each
 * process, and promise no order between the storage and the locks.
 */
const SETTLE_MILLISECONDS = 200;

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, SETTLE_MILLISECONDS));

/** Something that all tabs share: how to find what one of them has kept (empty: nothing), to make it, to keep it. */
export interface Shared {
  readonly find: () => string;
  readonly make: () => Promise<string>;
  readonly keep: (made: string) => void;
}

/**
 * What all tabs share: found, or made and kept.
 *
 * Tabs take turns, so that no two make it at the same moment. Where the browser knows no locks (pages without https)
 * or gives none (frames in a sandbox), each may make its own, and all go on with the one that was kept last.
 *
 * @param name the same in every tab
 */
export function oneForAllTabs(name: string, shared: Shared): Promise<string> {
  return new Promise((resolve, reject) => {
    const turn = async (): Promise<void> => {
      await findOrMake(shared).then(resolve, reject);
      await settle(); // before the next tab has its turn; this one goes on meanwhile
    };
    const locks: LockManager | undefined = navigator.locks;
    const turns = locks ? locks.request(name, turn) : Promise.reject(new Error('no locks'));
    turns.catch(() => withoutTurns(shared).then(resolve, reject));
  });
}

async function findOrMake({ find, make, keep }: Shared): Promise<string> {
  const found = find();
  if (found) return found;
  const made = await make();
  const late = find();
  if (late) return late;
  keep(made);
  return made;
}

async function withoutTurns(shared: Shared): Promise<string> {
  const mine = await findOrMake(shared);
  await settle();
  return shared.find() || mine;
}
