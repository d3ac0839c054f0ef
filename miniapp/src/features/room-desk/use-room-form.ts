import type { RoomHits, RoomPlanned } from '@linli/contracts/room-desk'
import { useState } from 'react'
import { useMissingFields } from '../../shared/forms/missing-fields'
import { say } from '../../shared/ui/page/say'
import { useAddRoom, useCheckRoom, useEditRoom } from './api'
import { emptyForm, formOf, missingIn, planOf, type RoomForm } from './form'
import { hitsIn, readAgain } from './hits'
import { roomText } from './text'

/**
 * A room that is there, or a new one of a facility: whom a change hits is asked before it is written, and what a colleague
 * wrote since it was read is not written over.
 */
export function useRoomForm(room: RoomPlanned | null, facility: string, saved: (room: RoomPlanned) => void) {
  const { read, form, setForm, take } = useRead(room)
  const [hits, setHits] = useState<RoomHits | null>(null)
  const missing = useMissingFields()
  const done = (written: RoomPlanned) => {
    setHits(null)
    take(written)
    say(roomText.saved)
    saved(written)
  }
  const add = useAddRoom(done)
  const edit = useEditRoom(done)
  const write = (acknowledged?: string) => {
    const plan = planOf(form)
    if (!plan || !read) return
    const body = { room: plan, version: read.version, ...(acknowledged !== undefined && { acknowledged }) }
    edit.mutate({ params: { id: read.id }, body }, { onError: (problem) => setHits(hitsIn(problem)) })
  }
  const check = useCheckRoom((found) => (found.total === 0 ? write() : setHits(found)))
  return {
    form,
    set: (part: Partial<RoomForm>) => setForm({ ...form, ...part }),
    problem: missing.problem ?? add.error ?? edit.error ?? check.error,
    busy: add.isPending || edit.isPending || check.isPending,
    hits,
    write,
    putOff: () => setHits(null),
    readAgain: readAgain(edit, room, take),
    save: () => {
      const plan = missing.check(missingIn(form)) ? planOf(form) : null
      if (plan === null) return
      if (room === null) add.mutate({ params: { id: facility }, body: { room: plan } })
      else check.mutate({ params: { id: room.id }, body: { room: plan } })
    },
  }
}

export type RoomEditing = ReturnType<typeof useRoomForm>

/** What was read, and the form that was filled from it. */
function useRead(room: RoomPlanned | null) {
  const [read, setRead] = useState(room)
  const [form, setForm] = useState<RoomForm>(() => (room === null ? emptyForm() : formOf(room)))
  const take = (latest: RoomPlanned) => {
    setRead(latest)
    setForm(formOf(latest))
  }
  return { read, form, setForm, take }
}
