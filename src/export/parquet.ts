import type { ArchiveForm } from './archive-form.ts';
import type { Field } from './rows.ts';
import { type ColumnType, columnsFor, rowsFor } from './tables.ts';

/** So many rows are held before they are written as a group. */
const GROUP = 20_000;

/** A lone surrogate is no UTF-8: a replacement character stands for it. */
const clean = (field: Field): Field => (typeof field === 'string' ? field.toWellFormed() : field);

const converted = (type: ColumnType) =>
  type === 'STRING' ? ({ type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const) : ({ type } as const);

/** The same table as CSV, typed: texts, whole numbers, doubles and booleans, each of which may be null. Texts stay as they are. */
export const parquet: ArchiveForm = {
  mediaType: 'application/vnd.apache.parquet',
  ending: '.parquet',
  async *write(source, { view }) {
    const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
    const columns = columnsFor(view);
    const bytes = new ByteWriter();
    const file = new ParquetWriter({
      writer: bytes,
      schema: [
        { name: 'root', num_children: columns.length },
        ...columns.map(([name, type]) => ({ name, repetition_type: 'OPTIONAL' as const, ...converted(type) })),
      ],
      kvMetadata: [{ key: 'readout.unit', value: 'start and end are UTF-16 code units, end not included' }],
      createdBy: 'readout',
    });
    /** What has been written since; the writer goes on counting from where it was. */
    const drain = (): Uint8Array => {
      const some = new Uint8Array(bytes.buffer.slice(0, bytes.index));
      bytes.index = 0;
      return some;
    };
    let rows: Field[][] = [];
    const group = async () => {
      const columnData = columns.map(([name, type], i) => ({ name, type, data: rows.map((row) => clean(row[i] ?? null)) }));
      if (rows.length > 0) await file.write({ columnData, rowGroupSize: GROUP });
      rows = [];
    };
    for await (const reading of source.readings()) {
      for (const row of rowsFor(reading, view)) {
        rows.push(row);
        if (rows.length < GROUP) continue;
        await group();
        yield drain();
      }
    }
    await group();
    await file.finish();
    yield drain();
  },
};
