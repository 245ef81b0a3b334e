import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsOptional, Matches, Max, Min, ValidateBy, ValidateNested } from 'class-validator';

/** Normalizes a text before it is checked; other values are not changed. */
export const Normalized = (normalize: (text: string) => string | null) =>
  Transform(({ value }) => (typeof value === 'string' ? normalize(value) : (value as unknown)));

/** Trims a text; blank text becomes null. */
export const BlankAsNull = () => Normalized((text) => text.trim() || null);

/** A class-validator constraint from a rule. @param faultOf returns the message, or undefined for a valid value */
export const FaultFree = <T>(faultOf: (value: T) => string | undefined) =>
  ValidateBy({
    name: 'faultFree',
    validator: {
      validate: (value: T) => faultOf(value) === undefined,
      defaultMessage: (args) => faultOf(args?.value as T) ?? '',
    },
  });

/** A number from `least` to `most`, both included. */
export const IsBetween = (least: number, most: number, message: string) =>
  applyDecorators(IsOptional(), Min(least, { message }), Max(most, { message }));

/** An optional setting: blank or omitted keeps the current value or the default. */
export const IsSetting = (pattern: RegExp, message: string, normalize = (text: string) => text.trim()) =>
  applyDecorators(
    Normalized((text) => normalize(text) || null),
    IsOptional(),
    Matches(pattern, { message }),
  );

/** A member that is itself an input class. */
export const IsInput = (input: Class) =>
  applyDecorators(
    IsOptional(),
    ValidateNested(),
    Type(() => input),
  );
