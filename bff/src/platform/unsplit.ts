/** A name written with something between its characters. Pure. */
import data from './data/names.json'
import lists from './data/surnames.json'
import { joins } from './name-signs'

/** Signs that end or part a sentence; what else stands between two characters was put there. */
const usual = '，。！？；：、,.!?;:“”"\'‘’（）()《》【】…—\\n'
const odd = new RegExp(`(?<=\\p{Script=Han})(?:(?![${usual}＊])[\\p{P}\\p{S}\\s])+(?=\\p{Script=Han})`, 'gu')
/** Three characters and more, each alone between signs or blanks. */
const chain =
  /(?<!\p{Script=Han})\p{Script=Han}(?:[\p{P}\p{S}\s]+\p{Script=Han}[\p{P}\p{S}\s]+\p{Script=Han}(?=\p{Script=Han})|(?:[\p{P}\p{S}\s]+\p{Script=Han}(?!\p{Script=Han})){1,3})/gu
const surname = new RegExp(`^(?:${lists.double.join('|')}|[${lists.single}])`, 'u')
const given = new Set(data.given + data.strong)

/** @returns the text without odd signs between Han, and whether one name's characters stand apart for sure */
export function unsplit(text: string): { joined: string; isSplit: boolean } {
  const isSplit = [...text.matchAll(chain)].some(({ 0: found }) => {
    const word = found.replace(/[^\p{Script=Han}]/gu, '')
    return (
      surname.test(word) &&
      (Array.from(word)
        .slice(1)
        .every((each) => given.has(each)) ||
        (/^\p{Script=Han}[.·\-_*|/]\p{Script=Han}[.·\-_*|/]/u.test(found) && !joins(word)))
    )
  })
  return { joined: text.replace(odd, ''), isSplit }
}
