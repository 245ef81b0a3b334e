/** An error whose message is enough for the user. It is shown without a stack trace. */
export class ExpectedError extends Error {
  expected = true;
}
