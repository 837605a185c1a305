/**
 * How an attempt to send a mail ended. `refused` with `permanent`: no further attempt will help. `lost`: the connection
 * failed; `handedOver` says whether the whole message had been given to the server by then, so that it may have left.
 * Answers are the server's words, which may repeat the address.
 */
export type Delivery =
  | { outcome: 'accepted'; answer: string }
  | { outcome: 'refused'; answer: string; permanent: boolean }
  | { outcome: 'lost'; answer: string; handedOver: boolean };
