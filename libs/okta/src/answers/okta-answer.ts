import { TargetRequestError, type TargetAnswer } from './target-answer.js';

/** The only error that the Okta gateways throw for an unsuccessful request. */
export class OktaRequestError extends TargetRequestError {
  constructor(answer: TargetAnswer, method: string) {
    super(answer, method, describeAnswer(answer));
  }
}

/** All request slots of this org stayed in use for the maximum wait. The request was not sent. */
export class NoFreeSlot extends OktaRequestError {
  constructor(method: string) {
    super({ kind: 'SILENCE', cause: 'all requests that may be under way to this org at once were taken' }, method);
  }

  override get mayHaveWritten(): boolean {
    return false;
  }
}

/** Describes an answer in one line for an administrator. */
export function describeAnswer(answer: TargetAnswer): string {
  switch (answer.kind) {
    case 'ERROR':
      return `Okta answered ${answer.status}${answer.code ? ` ${answer.code}` : ''}: ${answer.summary}`;
    case 'NOT_JSON':
      return `The Okta domain answered ${answer.status} with something that is not Okta's JSON`;
    case 'SILENCE':
      return `No answer from Okta: ${answer.cause}`;
  }
}
