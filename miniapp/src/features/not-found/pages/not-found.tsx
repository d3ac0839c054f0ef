import { goTab } from '../../../shared/navigation/navigate'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { notFoundText } from '../text'

/** For every address of which there is no page. */
export default function NotFoundPage() {
  return (
    <Page title={notFoundText.title}>
      <Blank picture="sign" title={notFoundText.title} help={notFoundText.help} alert>
        <Button onTap={() => goTab('home')}>{notFoundText.home}</Button>
      </Blank>
    </Page>
  )
}
