import { Injectable } from '@nestjs/common';

/** A column with encrypted secrets, and how to find and decrypt them. */
export interface SealedColumn {
  table: string;
  column: string;
  /** Columns of the primary key in their order. Each is of type uuid or text. */
  primaryKey: readonly string[];
  /**
   * Additional authenticated data (AAD) of a value, which binds the value to its row.
   * @param key values of the primary key, in the order of `primaryKey`
   */
  aadOf(key: readonly string[]): string;
}

/** All columns with encrypted secrets. Each library registers its own columns, so that key rotation covers all of them. */
@Injectable()
export class SealedColumns {
  private readonly columns = new Map<string, SealedColumn>();

  add(column: SealedColumn): void {
    this.columns.set(`${column.table}.${column.column}`, column);
  }

  all(): readonly SealedColumn[] {
    return [...this.columns.values()];
  }
}
