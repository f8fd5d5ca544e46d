// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/linked/linked_page.h"

#include <algorithm>

#include "campaign/linked_users.h"
#include "ui/linked/linked_form.h"
#include "ui/linked/linked_tester.h"

namespace heliograph::ui {

struct LinkedPage::Loaded {
  Result<std::vector<library::LinkedSource>> sources;
};

LinkedPage::LinkedPage(Services& services, QWidget* parent)
    : ListPage({QStringLiteral("linked"), tr("Linked content"), tr("Sources of linked content"), tr("Add a source"),
                Icon::Code, tr("No linked content yet"),
                tr("A web service of yours or a partner's, asked for each person while the message is "
                   "sent: an offer, a balance, an appointment. Messages read its answer as "
                   "Linked.Shop.label.")},
               parent),
      m_services(services),
      m_form(new LinkedForm) {
  m_tester = new LinkedTester(services, [this] { return m_form->typed(); });
  setDetails({m_form, m_tester});
  connect(m_form, &LinkedForm::edited, this, [this] {
    m_edited = true;
    m_tester->follow();
  });
  connect(m_tester, &LinkedTester::labelsFound, m_form, &LinkedForm::fillLabels);
}

void LinkedPage::refresh() {
  m_services.background.run([&linked = m_services.linked] { return Loaded{linked.list()}; })
      .then(this, [this](const Loaded& loaded) { showLoaded(loaded); });
}

void LinkedPage::showLoaded(const Loaded& loaded) {
  if (!loaded.sources) return say(loaded.sources.error().message, true);
  m_sources = *loaded.sources;
  QStringList names;
  for (const auto& source : m_sources) names << source.name;
  const QString wanted = m_wanted.isEmpty() ? m_shown.name : m_wanted;
  const bool keeps = m_edited && m_wanted.isEmpty();
  m_wanted.clear();
  if (names.isEmpty() && !m_edited) {
    m_shown = {};
    return showEmpty();
  }
  if (keeps && !m_shown.id.isValid()) return showNames(names, -1);
  const int row = std::max(0, static_cast<int>(names.indexOf(wanted)));
  showNames(names, row);
  if (!keeps) choose(row);
}

void LinkedPage::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_sources.size())) return;
  show(m_sources[static_cast<std::size_t>(row)]);
}

void LinkedPage::show(const library::LinkedSource& source) {
  // What was said of saving it stays.
  if (source.name != m_shown.name || !source.id.isValid()) say({}, false);
  m_shown = source;
  m_form->show(source);
  m_edited = false;
  showFields(!source.id.isValid());
  m_tester->begin();
  if (!source.id.isValid()) return;
  m_services.background.run([&linked = m_services.linked, id = source.id] { return linked.lastAnswer(id); })
      .then(this, [this, id = source.id](const Result<std::optional<library::LinkedAnswer>>& answer) {
        if (answer && *answer && m_shown.id == id) m_tester->showKept(**answer);
      });
}

void LinkedPage::addNew() {
  show({});
  m_edited = true;
  m_form->focusFirst();
}

void LinkedPage::editSource(const QString& name) {
  m_wanted = name;
  refresh();
}

void LinkedPage::save() {
  setSaving(true);
  const TypedSource typed = m_form->typed();
  m_services.background
      .run([services = m_services, typed, test = m_tester->result(), forNow = savesForNow()] {
        return storeLinked(services, typed, test, forNow);
      })
      .then(this, [this, name = typed.source.name](const Result<library::LinkedSourceId>& id) { saved(id, name); });
}

void LinkedPage::saved(const Result<library::LinkedSourceId>& id, const QString& name) {
  setSaving(false);
  if (!id) return sayUnsaved(id.error());
  m_edited = false;
  m_wanted = name;
  m_shown.name = name;
  refresh();
  say(tr("Saved."), false);
  Q_EMIT changed();
}

void LinkedPage::askToRemove() {
  const library::LinkedSource source = m_shown;
  m_services.background
      .run([services = m_services, name = source.name] {
        return campaign::campaignsUsingLinked(services.database, services.clock, name);
      })
      .then(this, [this, source](const Result<QStringList>& campaigns) {
        if (!campaigns) return say(campaigns.error().message, true);
        ask(tr("Delete linked content"),
            campaigns->isEmpty()
                ? tr("Delete “%1”? No campaign uses it.").arg(source.name)
                : tr("Delete “%1”? These campaigns use it: %2. Drafts among them can't be published then; what is "
                     "published goes on, unless it needs a secret.")
                      .arg(source.name, campaigns->join(QStringLiteral(", "))),
            [this, source] { remove(source); });
      });
}

void LinkedPage::remove(const library::LinkedSource& source) {
  m_services.background.run([services = m_services, source] { return removeLinked(services, source); })
      .then(this, [this](const Result<>& removed) {
        if (!removed) return say(removed.error().message, true);
        m_shown = {};
        m_edited = false;
        refresh();
        Q_EMIT changed();
      });
}

}  // namespace heliograph::ui
