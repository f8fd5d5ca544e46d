// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/person_field.h"

#include <QAbstractItemView>
#include <QCompleter>

namespace heliograph::ui {

namespace {

constexpr int kMostPeople = 12;

/// "Asha Rao · c-000015", or the identity alone where there is no name.
QString wordsOf(const audience::ProfileName& person) {
  return person.name == person.identity ? person.identity
                                        : PersonField::tr("%1 · %2").arg(person.name, person.identity);
}

}  // namespace

PersonField::PersonField(Services& services, const QString& identity, QWidget* parent)
    : QLineEdit(identity, parent), m_services(services), m_completer(new QCompleter(&m_words, this)) {
  m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
  m_completer->setWidget(this);
  m_completer->popup()->setAccessibleName(tr("Contacts"));
  connect(this, &QLineEdit::textEdited, this, &PersonField::search);
  connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
          [this](const QModelIndex& index) { choose(index.row()); });
}

QString PersonField::identity() const {
  const QString typed = text().trimmed();
  return !m_chosen.isEmpty() && typed == m_chosenWords ? m_chosen : typed;
}

void PersonField::search(const QString& text) {
  if (text.trimmed().isEmpty()) return m_completer->popup()->hide();
  m_services.background
      .run([&profiles = m_services.profiles, text = text.trimmed()] {
        return profiles.search(text, kMostPeople).value_or(std::vector<audience::ProfileName>{});
      })
      .then(this, [this, text](const std::vector<audience::ProfileName>& people) { show(text, people); });
}

void PersonField::show(const QString& text, const std::vector<audience::ProfileName>& people) {
  // An answer to what was typed before.
  if (text != this->text()) return;
  m_people = people;
  QStringList words;
  for (const audience::ProfileName& person : people) words << wordsOf(person);
  m_words.setStringList(words);
  if (words.isEmpty() || !hasFocus()) return m_completer->popup()->hide();
  m_completer->complete();
}

void PersonField::choose(int row) {
  if (row < 0 || row >= static_cast<int>(m_people.size())) return;
  const audience::ProfileName& person = m_people[static_cast<std::size_t>(row)];
  m_chosen = person.identity;
  m_chosenWords = wordsOf(person);
  setText(m_chosenWords);
}

}  // namespace heliograph::ui
