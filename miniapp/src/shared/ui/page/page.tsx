import '../tokens.css'
import '../base.css'
import './page.css'
import type { ReactNode } from 'react'
import { zoom } from '../../device/font-zoom'
import { useMode } from '../../app-state/display-mode'
import type { Tab } from '../../navigation/pages'
import { Box } from '../base/box'
import { PageHead } from './page-head'
import { OutboxBar } from './outbox-bar'
import { TabBar } from './tab-bar'
import { frameText } from '../../words/frame-text'
import { Toast } from './toast'
import { WechatPrivacy } from './wechat-privacy'

interface Props {
  title: string
  /** Shown in the head in place of the title, e.g. the community switch; the title is still spoken. */
  head?: ReactNode
  tab?: Tab
  /** What the page is the place of, below its head: drawn, over the whole width. */
  place?: ReactNode
  /** The main button, in reach of a thumb. */
  bar?: ReactNode
  /** Uses the whole width, for staff at a desk. */
  wide?: boolean
  /** Beside 电话找人, e.g. a quick way out. */
  beside?: ReactNode
  /** The telephone of the community that this page is about, where it is not the person's own. */
  phone?: string | null
  children: ReactNode
}

/** The frame of every page: title, way back, 电话找人 in its corner, one main button below. */
export function Page({ title, head, tab, place, bar, wide, beside, phone, children }: Props) {
  const mode = useMode()
  return (
    <Box
      className={`page mode-${mode} ${wide === true ? 'page--wide' : ''} ${place === undefined ? '' : 'page--placed'}`}
      style={{ '--zoom': zoom() } as object}
    >
      <PageHead title={title} head={head} tab={tab} beside={beside} phone={phone} />
      {place}
      <Box as="main" className="page__body">
        <OutboxBar />
        {children}
      </Box>
      {bar !== undefined && bar !== null && bar !== false && (
        <Box
          className={`page__bar ${tab === undefined ? '' : 'page__bar--on-tabs'}`}
          role="region"
          label={frameText.actions}
        >
          <Box className="page__bar-in">{bar}</Box>
        </Box>
      )}
      {tab !== undefined && <TabBar tab={tab} />}
      <Toast />
      <WechatPrivacy />
    </Box>
  )
}
