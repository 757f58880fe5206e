import { readOutgoing, type Outgoing } from './protocol';

/** What the browser keeps for all tabs: which conversation is meant, and how its answers were rated. */
export interface Kept {
  readonly token: string;
  readonly ratings: Readonly<Record<string, boolean>>;
}

/** What it keeps for one tab, so that a reload loses nothing. */
export interface KeptInTab {
  readonly isOpen: boolean;
  readonly draft: string;
  readonly unsent: readonly Outgoing[];
}

type Fields = Readonly<Record<string, unknown>>;

// Other scripts of the page write to the same storages, so what is found there is checked field by field.

const asObject = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

function readKept(found: Fields): Kept {
  const ratings = Object.entries(asObject(found.ratings)).filter(
    (rating): rating is [string, boolean] => typeof rating[1] === 'boolean',
  );
  return { token: asText(found.token), ratings: Object.fromEntries(ratings) };
}

const readKeptInTab = (found: Fields): KeptInTab => ({
  isOpen: found.isOpen === true,
  draft: asText(found.draft),
  unsent: Array.isArray(found.unsent) ? found.unsent.map(readOutgoing).filter((message) => message !== null) : [],
});

/**
 * Remembers one server's conversation in the browser. Where the browser allows no storage (private windows, blocked
 * by the person) it remembers until the page is left.
 */
export class Memory {
  readonly #name: string;
  readonly #shared: Cell<Kept>;
  readonly #tab: Cell<KeptInTab>;

  constructor(server: URL) {
    this.#name = `career-chat ${server.href}`;
    this.#shared = new Cell(() => window.localStorage, this.#name, readKept);
    this.#tab = new Cell(() => window.sessionStorage, this.#name, readKeptInTab);
  }

  /** The same for every tab that talks with this server. */
  get name(): string {
    return this.#name;
  }

  get kept(): Kept {
    return this.#shared.read();
  }

  keep(change: Partial<Kept>): void {
    this.#shared.write({ ...this.kept, ...change });
  }

  /** Forget the conversation, in all tabs. */
  forget(): void {
    this.#shared.write(readKept({}));
    this.keepInTab({ unsent: [] });
  }

  get tab(): KeptInTab {
    return this.#tab.read();
  }

  keepInTab(change: Partial<KeptInTab>): void {
    this.#tab.write({ ...this.tab, ...change });
  }
}

/** One value in a storage, and a copy of it for browsers that refuse. */
class Cell<Value extends object> {
  #copy: Value;

  constructor(
    private readonly storage: () => Storage,
    private readonly name: string,
    private readonly check: (found: Fields) => Value,
  ) {
    this.#copy = check({});
  }

  read(): Value {
    let text: string | null;
    try {
      text = this.storage().getItem(this.name);
    } catch {
      return this.#copy;
    }
    try {
      return this.check(asObject(JSON.parse(text ?? 'null')));
    } catch {
      return this.check({}); // no JSON: not ours
    }
  }

  write(value: Value): void {
    this.#copy = value;
    try {
      this.storage().setItem(this.name, JSON.stringify(value));
    } catch {
      // The copy has it.
    }
  }
}
