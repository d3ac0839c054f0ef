import type { Tab } from '../../navigation/pages'

/** A mini-program draws its own tab bar (app.config.ts). */
export function TabBar(_: { tab: Tab }) {
  return null
}
