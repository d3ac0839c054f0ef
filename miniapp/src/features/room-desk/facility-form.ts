/** A facility as it is typed. */
import type { Fault } from '@linli/contracts/problems'
import type { DeskFacility } from '@linli/contracts/room-desk'
import type { FacilityKind, Position } from '@linli/contracts/rooms'
import { missingAt } from '../../shared/forms/missing-fields'
import { facilityText } from './text'

export interface FacilityForm {
  name: string
  kind: FacilityKind | null
  address: string
  phone: string
  holidays: DeskFacility['holidays'] | null
  longitude: string
  latitude: string
  keeperName: string
  keeperPhone: string
  /** Whoever is written down goes. */
  keeperOut: boolean
  /** Empty: the community runs it itself. */
  owner: string
}

export const formOf = (one: DeskFacility | null): FacilityForm => ({
  name: one?.name ?? '',
  kind: one?.kind ?? null,
  address: one?.address ?? '',
  phone: one?.phone ?? '',
  holidays: one?.holidays ?? null,
  ...degreesOf(one?.position ?? null),
  ...{ keeperName: '', keeperPhone: '', keeperOut: false },
  owner: one?.owner?.id ?? '',
})

/** A metre is enough. */
export const degreesOf = (at: Position | null) => ({
  longitude: at === null ? '' : String(Math.round(at.longitude * 1e5) / 1e5),
  latitude: at === null ? '' : String(Math.round(at.latitude * 1e5) / 1e5),
})

const given = (typed: string) => (typed.trim() === '' ? null : typed.trim())
const isDegrees = (typed: string) => /^-?\d+(\.\d+)?$/.test(typed.trim())

/** @param isStaff says who runs it; nobody else does. Null while something is missing (see `missingIn`). */
export function bodyOf(form: FacilityForm, isStaff: boolean) {
  const { kind, holidays, keeperName, keeperPhone } = form
  if (kind === null || holidays === null) return null
  const keeper =
    given(keeperName) === null ? {} : { keeper: { name: keeperName.trim(), phone: keeperPhone.trim() } }
  return {
    ...{ name: form.name.trim(), kind, address: form.address.trim(), phone: given(form.phone), holidays },
    position:
      given(form.longitude) === null
        ? null
        : { longitude: Number(form.longitude), latitude: Number(form.latitude) },
    ...(form.keeperOut ? { keeper: null } : keeper),
    ...(isStaff && { ownerId: given(form.owner) }),
  }
}

export function missingIn(form: FacilityForm): Fault[] {
  const { needs } = facilityText
  const both = (a: string, b: string) => (given(a) === null) === (given(b) === null)
  const degrees = [form.longitude, form.latitude].filter((typed) => given(typed) !== null)
  const checks = [
    ['name', given(form.name) !== null, needs.name],
    ['kind', form.kind !== null, needs.kind],
    ['address', given(form.address) !== null, needs.address],
    ['holidays', form.holidays !== null, needs.holidays],
    ['keeper.name', both(form.keeperName, form.keeperPhone), needs.keeper],
    ['position.longitude', degrees.length !== 1 && degrees.every(isDegrees), needs.position],
  ] as const
  return checks.filter(([, said]) => !said).map(([field, , words]) => missingAt(field, words))
}
