import { pages } from '../../../shared/pages'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page'
import { frameText } from '../../../shared/ui/text'
import { childrenText } from '../text'

/** An address that names no child, e.g. cut off when it was copied. */
export const NoChild = ({ title }: { title: string }) => (
  <Page title={title}>
    <Blank icon="search" title={frameText.gone} help={childrenText.noChild} alert>
      <Button to={pages.children}>{childrenText.toList}</Button>
    </Blank>
  </Page>
)
