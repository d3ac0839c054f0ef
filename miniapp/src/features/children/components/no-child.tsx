import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { childrenText } from '../text'

/** An address that names no child, e.g. cut off when it was copied. */
export const NoChild = ({ title }: { title: string }) => (
  <Page title={title}>
    <Blank picture="sign" title={frameText.gone} help={childrenText.noChild} alert>
      <Button to={pages.children}>{childrenText.toList}</Button>
    </Blank>
  </Page>
)
