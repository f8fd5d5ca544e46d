// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shorteners/shorteners_page.h"

#include <QMessageBox>
#include <algorithm>

#include "providers/shorteners/shortener_repository.h"
#include "ui/shorteners/shortener_form.h"
#include "ui/shorteners/shortener_tester.h"
#include "ui/shorteners/store_shortener.h"

namespace heliograph::ui {

using providers::Shortener;

ShortenersPage::ShortenersPage(Services& services, QWidget* parent)
    : ListPage({QStringLiteral("shorteners"), tr("Link shorteners"), tr("Link shorteners"), tr("Add a link shortener"),
                Icon::Link, tr("No link shortener yet"),
                tr("A service that makes short links of long ones: Bitly, Shlink, or one of your own. "
                   "Each campaign says which of its links are shortened.")},
               parent),
      m_services(services),
      m_form(new ShortenerForm(services.shortenerKinds)) {
  m_tester = new ShortenerTester(services, [this] { return m_form->typed(); });
  setDetails({m_form, m_tester});
  connect(m_form, &ShortenerForm::edited, this, [this] { m_edited = true; });
  connect(m_tester, &ShortenerTester::madeLink, this, &ShortenersPage::noteLength);
}

void ShortenersPage::refresh() {
  m_services.background.run([&shorteners = m_services.shorteners] { return shorteners.list(); })
      .then(this, [this](const Result<std::vector<Shortener>>& loaded) { showLoaded(loaded); });
}

void ShortenersPage::showLoaded(const Result<std::vector<Shortener>>& loaded) {
  if (!loaded) return say(loaded.error().message, true);
  m_shorteners = *loaded;
  QStringList names;
  for (const Shortener& one : m_shorteners) names << (one.isDefault ? tr("%1 (default)").arg(one.name) : one.name);
  const QString wanted = m_wanted.isEmpty() ? m_shown.name : m_wanted;
  const bool keeps = m_edited && m_wanted.isEmpty();
  m_wanted.clear();
  if (names.isEmpty() && !m_edited) {
    m_shown = {};
    return showEmpty();
  }
  if (keeps && !m_shown.id.isValid()) return showNames(names, -1);
  const auto found =
      std::find_if(m_shorteners.begin(), m_shorteners.end(), [&](const Shortener& one) { return one.name == wanted; });
  const int row = found == m_shorteners.end() ? 0 : static_cast<int>(found - m_shorteners.begin());
  showNames(names, row);
  if (!keeps) choose(row);
}

void ShortenersPage::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_shorteners.size())) return;
  show(m_shorteners[static_cast<std::size_t>(row)]);
}

void ShortenersPage::show(const Shortener& shortener) {
  // What was said of saving it stays.
  if (shortener.name != m_shown.name || !shortener.id.isValid()) say({}, false);
  m_shown = shortener;
  m_form->show(shortener);
  m_edited = false;
  showFields(!shortener.id.isValid());
  m_tester->begin();
}

void ShortenersPage::addNew() {
  Shortener fresh;
  fresh.isDefault = m_shorteners.empty();
  show(fresh);
  m_edited = true;
  m_form->focusFirst();
}

/// What was seen is the better guess.
void ShortenersPage::noteLength(int characters) {
  if (characters == m_form->shortLength()) return;
  m_form->setShortLength(characters);
  m_edited = true;
  say(tr("The length of a short link is now %1, as in the test. Save to keep it.").arg(characters), false);
}

void ShortenersPage::save() {
  const QString wrong = m_form->problems();
  if (!wrong.isEmpty()) return say(wrong, true);
  setSaving(true);
  const TypedShortener typed = m_form->typed();
  m_services.background
      .run([services = m_services, typed, forNow = savesForNow()] { return storeShortener(services, typed, forNow); })
      .then(this, [this, name = typed.shortener.name](const Result<ShortenerId>& id) { saved(id, name); });
}

void ShortenersPage::saved(const Result<ShortenerId>& id, const QString& name) {
  setSaving(false);
  if (!id) return sayUnsaved(id.error());
  m_edited = false;
  m_wanted = name;
  m_shown.name = name;
  refresh();
  say(tr("Saved."), false);
}

void ShortenersPage::askToRemove() {
  const Shortener shortener = m_shown;
  m_services.background
      .run([&shorteners = m_services.shorteners, name = shortener.name] { return shorteners.draftsUsing(name); })
      .then(this, [this, shortener](const Result<QStringList>& drafts) {
        if (!drafts) return say(drafts.error().message, true);
        ask(tr("Delete link shortener"),
            drafts->isEmpty()
                ? tr("Delete “%1”? No draft uses it; short links that were sent go on working.").arg(shortener.name)
                : tr("Delete “%1”? These drafts use it and can't be published then: %2. Short links that "
                     "were sent go on working.")
                      .arg(shortener.name, drafts->join(QStringLiteral(", "))),
            [this, shortener] { remove(shortener); });
      });
}

void ShortenersPage::remove(const Shortener& shortener) {
  m_services.background.run([services = m_services, shortener] { return removeShortener(services, shortener); })
      .then(this, [this, name = shortener.name](const Result<QString>& left) {
        if (!left) return say(left.error().message, true);
        m_shown = {};
        m_edited = false;
        refresh();
        if (left->isEmpty()) return;
        auto* note = new QMessageBox(QMessageBox::NoIcon, tr("Delete link shortener"),
                                     tr("“%1” is deleted. %2").arg(name, *left), QMessageBox::Ok, this);
        note->setAttribute(Qt::WA_DeleteOnClose);
        note->open();
      });
}

}  // namespace heliograph::ui
