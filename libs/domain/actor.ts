/** Who acts. The system acts under its own name, never under a person's. */
export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'integration'; id: string }
  | { kind: 'system'; id: 'tick' | 'fan-out' | 'send' | 'bootstrap' | 'access' | 'retention' | 'restore' };
