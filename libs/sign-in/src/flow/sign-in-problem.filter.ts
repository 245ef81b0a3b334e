import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { JSON_HEADERS } from '@rollcall/passkeys';
import type { FastifyReply } from 'fastify';
import { SignInRefused } from './sign-in-refused.js';

/**
 * Answers errors of the sign-in pages' endpoints with `{ error, message }`, and whether the browser should stop
 * offering the passkey.
 */
@Catch(SignInRefused)
export class SignInProblemFilter implements ExceptionFilter<SignInRefused> {
  catch({ status, reason, message, forgetFor }: SignInRefused, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    void reply
      .status(status)
      .headers(JSON_HEADERS)
      .send({ error: reason, message, ...(forgetFor !== undefined && { forget: true, rpId: forgetFor }) });
  }
}
