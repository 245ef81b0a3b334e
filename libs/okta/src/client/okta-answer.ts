import { TargetRequestError, type TargetAnswer } from './target-answer.js';

/** The one error that the Okta gateways throw for a request that did not succeed. */
export class OktaRequestError extends TargetRequestError {
  constructor(answer: TargetAnswer, method: string) {
    super(answer, method, describeAnswer(answer));
  }
}

/** One line for an administrator. */
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
