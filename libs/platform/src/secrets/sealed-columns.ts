import { Injectable } from '@nestjs/common';

/** A column that holds sealed secrets, and how to find and open them. */
export interface SealedColumn {
  table: string;
  column: string;
  /** In the order of the primary key; of type uuid or text. */
  primaryKey: readonly string[];
  /** Additional authenticated data that binds a sealed value to its row. @param key values of the primary key, in its order */
  aadOf(key: readonly string[]): string;
}

/** All sealed columns of the schema, registered by the libraries that own them, so that key rotation covers all. */
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
