import { goTab } from '../../../shared/navigate'
import { Blank } from '../../../shared/ui/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page'
import { notFoundText } from '../text'

/** For every address of which there is no page. */
export default function NotFoundPage() {
  return (
    <Page title={notFoundText.title}>
      <Blank icon="search" title={notFoundText.title} help={notFoundText.help} alert>
        <Button onTap={() => goTab('home')}>{notFoundText.home}</Button>
      </Blank>
    </Page>
  )
}
