import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { frameText } from '../../../shared/words/frame-text'
import { programmeText } from '../text'

/** An address that names no programme, e.g. cut off when it was copied. */
export const NoProgramme = ({ title }: { title: string }) => (
  <Page title={title}>
    <Blank picture="sign" title={frameText.gone} help={programmeText.noProgramme} alert>
      <Button to={pages.programmes}>{programmeText.toList}</Button>
    </Blank>
  </Page>
)
