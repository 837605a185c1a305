import type {
  AdvanceAnswer,
  AdvanceRequest,
  FanOutBatchAnswer,
  FanOutBatchRequest,
  SendAnswer,
  SendRequest,
} from '../libs/contracts/index.js';

/** Every side effect a workflow may ask for. Each takes one object, gives small JSON and is safe to run twice. */
export interface Activities {
  /** Local, on `licenses`: moves one license's record by a command, a wake-up, or not at all. */
  advance(request: AdvanceRequest): Promise<AdvanceAnswer>;
  /** On `notices`: delivers one message of the outbox. Throws while it may still be delivered by a later attempt. */
  send(request: SendRequest): Promise<SendAnswer>;
  /** On `notices`: records that a message could not be delivered, and has the deputy told. */
  giveUpSend(request: SendRequest): Promise<SendAnswer>;
  /** On `notices`: carries an event to the next licenses concerned, at a set rate. */
  carryBatch(request: FanOutBatchRequest): Promise<FanOutBatchAnswer>;
}
