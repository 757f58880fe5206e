import type { Outgoing } from './protocol';

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

const NOTHING: Kept = { token: '', ratings: {} };
const NOTHING_IN_TAB: KeptInTab = { isOpen: false, draft: '', unsent: [] };

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
    this.#shared = new Cell(() => window.localStorage, this.#name, NOTHING);
    this.#tab = new Cell(() => window.sessionStorage, this.#name, NOTHING_IN_TAB);
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
    this.#shared.clear();
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
    private readonly empty: Value,
  ) {
    this.#copy = empty;
  }

  read(): Value {
    let text: string | null;
    try {
      text = this.storage().getItem(this.name);
    } catch {
      return this.#copy;
    }
    try {
      return { ...this.empty, ...(JSON.parse(text ?? '{}') as Partial<Value>) };
    } catch {
      return this.empty;
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

  clear(): void {
    this.#copy = this.empty;
    try {
      this.storage().removeItem(this.name);
    } catch {
      // The copy has it.
    }
  }
}
