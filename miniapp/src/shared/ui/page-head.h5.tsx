import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { back } from '../navigate'
import { Box } from './base/box'
import { Tap } from './base/tap'
import { CallButton } from './call-button'
import { Icon } from './base/icon'
import type { HeadProps } from './page-head'
import { frameText } from './text'

let firstPage = true

export function PageHead({ title, head, tab, phone }: HeadProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useDidShow(() => {
    document.title = `${title} · 邻里`
    // A new page is announced by its heading; the first one is the browser's to announce.
    if (!firstPage) heading.current?.focus({ preventScroll: true })
    firstPage = false
  })
  useEffect(() => {
    if (heading.current?.offsetParent !== null) document.title = `${title} · 邻里`
  }, [title])
  return (
    <Box as="header" className="page__head">
      {tab === undefined && (
        <Tap className="page__back" label={frameText.back} onTap={back}>
          <Icon name="back" />
        </Tap>
      )}
      <h1 ref={heading} tabIndex={-1} className={head === undefined ? 'page__title' : 'unseen'}>
        {title}
      </h1>
      {head !== undefined && <Box className="page__title">{head}</Box>}
      <CallButton phone={phone} />
    </Box>
  )
}
