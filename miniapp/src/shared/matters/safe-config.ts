/** WeChat's own settings of a page: a title that says nothing, and no picture of it among the open apps. */
export const safeConfig = { navigationBarTitleText: '一件办件', visualEffectInBackground: 'hidden' }
