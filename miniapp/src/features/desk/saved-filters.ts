import { useState } from 'react'
import { recall, store } from '../../shared/device/storage'
import { useMe } from '../../shared/session/session'

/** What of the list is worth to be found again; a day is not, for it passes. */
export interface SavedFilter {
  division: string
  show: 'upcoming' | 'past' | 'off'
  room: string | null
  words: string
}

const most = 6
const same = (a: SavedFilter, b: SavedFilter) =>
  a.division === b.division && a.show === b.show && a.room === b.room

/** Of one person on this device. */
export function useSavedFilters(division: string) {
  const name = `desk.filters.${useMe()?.id ?? ''}`
  const [all, setAll] = useState(() => recall<SavedFilter[]>(name) ?? [])
  const keep = (next: SavedFilter[]) => {
    store(name, next)
    setAll(next)
  }
  return {
    here: all.filter((one) => one.division === division),
    has: (one: SavedFilter) => all.some((each) => same(each, one)),
    save: (one: SavedFilter) => keep([one, ...all.filter((each) => !same(each, one))].slice(0, most)),
    remove: (one: SavedFilter) => keep(all.filter((each) => !same(each, one))),
  }
}
