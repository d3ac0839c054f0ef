import { useDidShow } from '@tarojs/taro'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { back } from '../../navigation/navigate'
import { Box } from '../base/box'
import { Tap } from '../base/tap'
import { CallButton } from '../call-button'
import { Icon } from '../base/icon'
import type { HeadProps } from './page-head'
import { frameText } from '../../words/frame-text'

/** Where the focus was last led to; null before the first page, which is the browser's to announce. */
let announced: string | null = null
/** Did the heading that was just taken away have the focus? */
let lostFocus = false

export function PageHead({ title, head, tab, beside, phone }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const announce = () => heading.current?.focus({ preventScroll: true })
  useDidShow(() => {
    document.title = `${title} · 邻里`
    const here = location.pathname + location.search
    // Coming back to the browser's tab also shows the page: whoever was typing there goes on typing.
    const isNew = announced !== null && announced !== here
    announced = here
    if (isNew && document.querySelector('[role=dialog]') === null) announce()
  })
  // The page is put together anew when its answer comes: the focus that was on its heading goes on.
  useLayoutEffect(() => {
    const mine = heading.current
    // The first page is there: what stood in for it goes.
    document.getElementById('shell')?.remove()
    if (lostFocus && document.activeElement === document.body) announce()
    lostFocus = false
    return () => {
      lostFocus = document.activeElement === mine
    }
  }, [])
  useEffect(() => {
    if (heading.current?.offsetParent !== null) document.title = `${title} · 邻里`
  }, [title])
  return (
    <Box as="header" className={`page__head ${beside === undefined ? '' : 'page__head--beside'}`}>
      {tab === undefined && (
        <Tap className="page__back" label={frameText.back} onTap={back}>
          <Icon name="back" />
        </Tap>
      )}
      <h1 ref={heading} tabIndex={-1} className={head === undefined ? 'page__title' : 'unseen'}>
        {title}
      </h1>
      {head !== undefined && <Box className="page__title">{head}</Box>}
      {beside}
      <CallButton phone={phone} />
    </Box>
  )
}
