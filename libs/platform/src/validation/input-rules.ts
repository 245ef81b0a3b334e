import { applyDecorators, type Type as Class } from '@nestjs/common';
import { Transform, Type } from 'class-transformer';
import { IsOptional, Matches, Max, Min, ValidateBy, ValidateNested } from 'class-validator';

/** Normalizes a text before it is validated. Values of other types do not change. */
export const Normalized = (normalize: (text: string) => string | null) =>
  Transform(({ value }) => (typeof value === 'string' ? normalize(value) : (value as unknown)));

/** Trims a text. Blank text becomes null. */
export const BlankAsNull = () => Normalized((text) => text.trim() || null);

/** A class-validator constraint from a function. @param faultOf returns the error message, or undefined for a valid value */
export const FaultFree = <T>(faultOf: (value: T) => string | undefined) =>
  ValidateBy({
    name: 'faultFree',
    validator: {
      validate: (value: T) => faultOf(value) === undefined,
      defaultMessage: (args) => faultOf(args?.value as T) ?? '',
    },
  });

/** Accepts a number from `least` to `most`, including both. */
export const IsBetween = (least: number, most: number, message: string) =>
  applyDecorators(IsOptional(), Min(least, { message }), Max(most, { message }));

/** An optional setting. If it is blank or missing, the current value or the default stays. */
export const IsSetting = (pattern: RegExp, message: string, normalize = (text: string) => text.trim()) =>
  applyDecorators(
    Normalized((text) => normalize(text) || null),
    IsOptional(),
    Matches(pattern, { message }),
  );

/** A member that is an object of another input class. */
export const IsInput = (input: Class) =>
  applyDecorators(
    IsOptional(),
    ValidateNested(),
    Type(() => input),
  );
