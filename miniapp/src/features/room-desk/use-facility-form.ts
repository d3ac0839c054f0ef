import type { RoomHits } from '@linli/contracts/room-desk'
import { useState } from 'react'
import { useMissingFields } from '../../shared/forms/missing-fields'
import { say } from '../../shared/ui/page/say'
import { type Facility, useAddFacility, useEditFacility } from './api'
import { bodyOf, type FacilityForm, formOf, missingIn } from './facility-form'
import { hitsIn, readAgain } from './hits'
import { facilityText } from './text'

/** A facility that is there, or a new one of a community. */
export function useFacilityForm(read: Facility | null, community: string, saved: () => void) {
  const facility = read?.facility ?? null
  // What was read when the form was filled: what a colleague writes meanwhile is not written over.
  const [version, setVersion] = useState(facility?.version ?? 0)
  const [form, setForm] = useState<FacilityForm>(() => formOf(facility))
  const [hits, setHits] = useState<RoomHits | null>(null)
  const missing = useMissingFields()
  const done = () => {
    say(facilityText.saved)
    saved()
  }
  const add = useAddFacility(done)
  const edit = useEditFacility(done)
  const write = (acknowledged?: string) => {
    const body = bodyOf(form, read === null || read.partners !== null)
    if (body === null) return
    if (facility === null) return add.mutate({ params: { code: community }, body })
    const given = { ...body, version, ...(acknowledged !== undefined && { acknowledged }) }
    edit.mutate(
      { params: { id: facility.id }, body: given },
      { onError: (problem) => setHits(hitsIn(problem)) },
    )
  }
  return {
    form,
    set: (part: Partial<FacilityForm>) => setForm((last) => ({ ...last, ...part })),
    problem: missing.problem ?? add.error ?? edit.error,
    busy: add.isPending || edit.isPending,
    hits,
    write,
    putOff: () => setHits(null),
    readAgain: readAgain(edit, facility, (latest) => {
      setVersion(latest.version)
      setForm(formOf(latest))
    }),
    save: () => missing.check(missingIn(form)) && write(),
  }
}

export type FacilityEditing = ReturnType<typeof useFacilityForm>
