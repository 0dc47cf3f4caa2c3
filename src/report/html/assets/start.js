// ---- begin -------------------------------------------------------------------------------------------------------
page.startTables();
page.startSearch();
page.startTree();
// Charts can wait until the page is shown.
(window.requestIdleCallback ?? setTimeout)(() => {
  page.startPeople();
  page.startTimeline();
});
// A post that an address names may lie where nothing was laid out yet: once it is, the place is right.
if (/^#[pg]\d+/.test(location.hash)) {
  requestAnimationFrame(() => document.getElementById(location.hash.slice(1))?.scrollIntoView());
}
