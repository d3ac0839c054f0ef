// Both runners use the preset; the target comes from browserslist in package.json (UX.md: iOS 13, WebView 87).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
}
