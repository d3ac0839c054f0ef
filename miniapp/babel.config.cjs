// Both runners use the preset; the target comes from browserslist in package.json (docs/design.md › Budgets).
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false, hot: false }]],
}
