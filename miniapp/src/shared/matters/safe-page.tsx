import '../ui/base.css'
import './matters.css'
import { neutralTitle } from '@linli/contracts/consultation-case'
import type { ReactNode } from 'react'
import { Tap } from '../ui/base/tap'
import { OwnWords } from '../ui/answers/own-words'
import { Page } from '../ui/page/page'
import { leaveWithoutTrace } from './leave'
import { mattersText, urgentText } from './text'

/** Beside 电话找人: one tap, and nobody sees what was open here. */
export const QuickExit = () => (
  <Tap className="quit" onTap={leaveWithoutTrace}>
    {mattersText.quit}
  </Tap>
)

interface Props {
  /** Says nothing of the matter: a browser keeps titles. */
  title?: string
  phone?: string | null | undefined
  bar?: ReactNode
  wide?: boolean
  children: ReactNode
}

/** The frame of every page that shows a matter. */
export const SafePage = ({ title = neutralTitle, phone, ...rest }: Props) => (
  <OwnWords.Provider value={urgentText}>
    <Page title={title} beside={<QuickExit />} {...(phone === undefined ? {} : { phone })} {...rest} />
  </OwnWords.Provider>
)
