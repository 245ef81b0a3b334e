import { Injectable, type ValidationError, ValidationPipe } from '@nestjs/common';
import { DomainError, type FieldFault } from '../errors/domain-error.js';

/**
 * Checks GraphQL inputs and arguments by the class-validator decorators of their class.
 * @throws DomainError BAD_USER_INPUT with every wrong field
 */
@Injectable()
export class InputValidationPipe extends ValidationPipe {
  constructor() {
    super({ transform: true, exceptionFactory: (errors) => DomainError.badFields(errors.flatMap(faultsOf)) });
  }
}

/** The first error of each field. A field of a nested input is reported by its own name, without the name of the outer field. */
function faultsOf({ property, constraints, children = [] }: ValidationError): FieldFault[] {
  const [message] = Object.values(constraints ?? {});
  return message === undefined ? children.flatMap(faultsOf) : [{ field: property, message }];
}
