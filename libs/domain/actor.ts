/**
 * Who acts. The system acts under its own name, never under a person's; `operator` is somebody at the command line of the
 * machine, of whom nothing proves who it is.
 */
export type Actor =
  | { kind: 'person'; id: string }
  | { kind: 'integration'; id: string }
  | { kind: 'system'; id: 'tick' | 'fan-out' | 'send' | 'bootstrap' | 'access' | 'retention' | 'restore' | 'operator' };
