import type { ElderContact, ElderPage } from '@linli/contracts/visit-register'
import type { ElderKind } from '@linli/contracts/visits'

/** What is written of an elder while it is being written; kept nowhere, as it is about somebody else. */
export interface ElderDraft {
  name: string
  kind: ElderKind | null
  phone: string
  address: string
  emergencyName: string
  emergencyPhone: string
  livesWith: string | null
  visitor: string | null
}

export const emptyDraft: ElderDraft = {
  name: '',
  kind: null,
  phone: '',
  address: '',
  emergencyName: '',
  emergencyPhone: '',
  livesWith: null,
  visitor: null,
}

export const draftOf = (elder: ElderPage, { phone, address, emergency }: ElderContact): ElderDraft => ({
  name: elder.name,
  kind: elder.kind,
  phone: phone ?? '',
  address: address ?? '',
  emergencyName: emergency?.name ?? '',
  emergencyPhone: emergency?.phone ?? '',
  livesWith: elder.together[0]?.id ?? null,
  visitor: null,
})

const said = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** @returns null while its kind is not chosen */
export function writtenOf({ kind, emergencyName, emergencyPhone, ...draft }: ElderDraft) {
  if (kind === null) return null
  const [name, phone] = [said(emergencyName), said(emergencyPhone)]
  return {
    name: draft.name.trim(),
    kind,
    phone: said(draft.phone),
    address: said(draft.address),
    // One without the other is sent as it is, so that the service says what is missing.
    emergency: name === null && phone === null ? null : { name: name ?? '', phone: phone ?? '' },
    livesWith: draft.livesWith,
  }
}
