// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/people/person_message_list.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/people/entry_list.h"
#include "ui/people/person_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using delivery::RowState;
using reports::PersonMessage;

namespace {

constexpr int kMessagesShown = 20;

Tone messageTone(RowState state) {
  switch (state) {
    case RowState::Accepted:
      return Tone::Fine;
    case RowState::Refused:
      return Tone::Problem;
    case RowState::InDoubt:
      return Tone::Attention;
    case RowState::Skipped:
      return Tone::Neutral;
    default:
      return Tone::Accent;
  }
}

QString messageWords(const PersonMessage& message) {
  QStringList words{message.reasonText, message.text};
  words.removeAll(QString());
  return words.isEmpty() ? PersonMessageList::tr("No text was made.") : words.join(u'\n');
}

}  // namespace

PersonMessageList::PersonMessageList(Services& services, QWidget* parent)
    : QWidget(parent), m_services(services), m_list(new EntryList(QStringLiteral("people.messages"))) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(m_list);
  connect(m_list, &EntryList::moreRequested, this, [this] {
    m_list->wait();
    read();
  });
  connect(m_list, &EntryList::retryRequested, this, [this] {
    m_list->wait();
    read();
  });
}

void PersonMessageList::leave() {
  ++m_generation;
  m_person = {};
}

void PersonMessageList::showPerson(ProfileId person) {
  if (person == m_person) return;
  m_person = person;
  m_last = {};
  ++m_generation;
  m_list->begin(tr("Reading the messages…"));
  read();
}

void PersonMessageList::read() {
  m_services.background
      .run([&database = m_services.database, person = m_person, before = m_last] {
        return reports::readPersonMessages(database, person, before, kMessagesShown);
      })
      .then(this, [this, generation = m_generation](const Result<std::vector<PersonMessage>>& messages) {
        if (generation != m_generation) return;
        if (!messages) return m_list->fail(messages.error().message);
        for (const PersonMessage& message : *messages) show(message);
        if (!messages->empty()) m_last = messages->back().id;
        m_list->end(static_cast<int>(messages->size()) == kMessagesShown, tr("No campaign has had them so far."));
      });
}

void PersonMessageList::show(const PersonMessage& message) {
  auto* head = new QWidget;
  auto* column = new QVBoxLayout(head);
  column->setContentsMargins({});
  column->setSpacing(2);
  auto* campaign = new LinkButton(message.campaignName.isEmpty() ? tr("Untitled campaign") : message.campaignName);
  campaign->setObjectName(QStringLiteral("people.message.campaign"));
  campaign->setToolTip(tr("Show the campaign"));
  column->addWidget(campaign, 0, Qt::AlignLeft);
  column->addWidget(new Chip(delivery::rowStateText(message.state), messageTone(message.state)), 0, Qt::AlignLeft);
  connect(campaign, &LinkButton::clicked, this, [this, id = message.campaign] { Q_EMIT campaignRequested(id); });
  m_list->add(makeEntry({}, head, momentWords(message.at), messageWords(message)));
}

}  // namespace heliograph::ui
