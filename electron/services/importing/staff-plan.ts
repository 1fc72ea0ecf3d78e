import type { FieldsOf } from '../../../shared/domain/document.ts';
import { cleanNationalId } from '../../../shared/domain/national-id.ts';
import { foldName, tidyName } from '../../../shared/domain/person-name.ts';
import { canonicalPhones } from '../../../shared/domain/phone.ts';
import { nameFault } from '../../../shared/domain/written-name.ts';
import type { Cell } from './moment-reader.ts';
import type { KnownStaff } from './plan.ts';
import { checkLength, RowRejected } from './rejections.ts';
import { isNothing } from './text-meaning.ts';
import { refuseName, shown } from './visit-row.ts';

export type StaffContent = FieldsOf<'staff'>;

/** Reads the staff roster row by row: somebody is known by the employee number, else by the NIK, else by name and unit. */
export class StaffPlan {
  readonly created: StaffContent[] = [];
  readonly changed: KnownStaff[] = [];
  readonly #known = new Map<string, KnownStaff>();
  readonly #rows = new Map<string, number>();

  constructor(staff: readonly KnownStaff[]) {
    for (const member of staff) this.#known.set(keyOf(member.fields), member);
  }

  /** @throws RowRejected */
  take(cells: readonly string[], row: number, cell: Cell): 'created' | 'updated' | 'unchanged' {
    const written = read(cells, cell);
    const key = keyOf(written);
    const earlier = this.#rows.get(key);
    if (earlier !== undefined) throw new RowRejected('name', 'duplicate-row', `Row ${earlier}.`);
    this.#rows.set(key, row);
    const known = this.#known.get(key);
    if (known === undefined) {
      this.created.push(written);
      return 'created';
    }
    const fields = together(known.fields, written);
    if (JSON.stringify(fields) === JSON.stringify(inOrder(known.fields))) return 'unchanged';
    this.changed.push({ ...known, fields });
    return 'updated';
  }
}

function keyOf({ employeeNumber, nationalId, name, unit }: StaffContent): string {
  const number = employeeNumber.replace(/\D/g, '');
  if (number !== '') return `number ${number}`;
  return nationalId === '' ? `name ${foldName(name)} ${unit.toLowerCase()}` : `nik ${nationalId}`;
}

const checkedFields = ['name', 'employeeNumber', 'position', 'unit', 'address'];

function read(cells: readonly string[], cell: Cell): StaffContent {
  const name = cell(cells, 'name');
  const fault = nameFault(name);
  if (fault === 'missing') throw new RowRejected('name', 'name-missing', shown(name));
  refuseName('name', name, fault);
  for (const field of checkedFields) checkLength(field, cell(cells, field));
  const text = (field: string): string => {
    const written = cell(cells, field);
    return isNothing(written) ? '' : written.replace(/^['’`]/, '');
  };
  return {
    name: tidyName(name),
    employeeNumber: text('employeeNumber'),
    position: text('position'),
    unit: text('unit'),
    nationalId: cleanNationalId(cell(cells, 'nationalId')),
    phones: canonicalPhones(cell(cells, 'phone')),
    address: text('address'),
  };
}

/** What the roster says now; what it leaves empty stays, and a number once known is kept. */
const together = (before: StaffContent, now: StaffContent): StaffContent =>
  inOrder({
    name: now.name,
    employeeNumber: now.employeeNumber || before.employeeNumber,
    position: now.position || before.position,
    unit: now.unit || before.unit,
    nationalId: now.nationalId || before.nationalId,
    phones: [...new Set([...before.phones, ...now.phones])],
    address: now.address || before.address,
  });

const inOrder = (fields: StaffContent): StaffContent => {
  const { name, employeeNumber, position, unit, nationalId, phones, address } = fields;
  return { name, employeeNumber, position, unit, nationalId, phones, address };
};
