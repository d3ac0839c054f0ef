import { useEffect } from 'react'

/** What is passed on of a page: public, and never an address of one's own. */
export interface ShareCard {
  /** Of the card in a chat. */
  title: string
  /** A page that everybody may open. */
  page: string
  /** The same in a sentence, where it goes as a text. */
  text: string
}

const shown: ShareCard[] = []

/** Of the page on top. */
export const cardNow = (): ShareCard | undefined => shown[shown.length - 1]

/** As long as it stands on the page. */
export function useShareCard(card: ShareCard) {
  const { title, page, text } = card
  useEffect(() => {
    const own = { title, page, text }
    shown.push(own)
    return () => void shown.splice(shown.indexOf(own), 1)
  }, [title, page, text])
}
