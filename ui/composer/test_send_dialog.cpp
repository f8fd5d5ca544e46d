// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_send_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/people/people_finder.h"
#include "phone/phone_number.h"
#include "providers/definition_catalog.h"
#include "providers/group_repository.h"
#include "providers/provider_repository.h"
#include "ui/composer/person_field.h"
#include "ui/preview/text_words.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kTestSendWidth = 480;
constexpr int kMostTestProfiles = 50;

struct Ways {
  std::vector<items::RouteEntry> entries;
  std::vector<providers::Route> free;
};

/// What a test can be sent through, and which of it only goes to the sandbox.
Ways waysOf(const providers::GroupRepository& groups, const providers::ProviderRepository& providers,
            const providers::DefinitionCatalog& definitions, const QDateTime& now) {
  const auto knownProviders = providers.list();
  const auto knownGroups = groups.list();
  if (!knownProviders || !knownGroups) return {};
  Ways ways{items::routeEntries(*knownGroups, *knownProviders, now), {}};
  const auto isFree = [&](ProviderId id) {
    const auto known = std::find_if(knownProviders->begin(), knownProviders->end(),
                                    [id](const providers::Provider& one) { return one.id == id; });
    if (known == knownProviders->end()) return false;
    const auto* definition = definitions.find(known->type);
    return definition != nullptr && definition->forTesting;
  };
  for (const providers::Provider& one : *knownProviders) {
    if (isFree(one.id)) ways.free.push_back({QStringLiteral("provider"), one.id.value});
  }
  for (const providers::ProviderGroup& group : *knownGroups) {
    const bool free = !group.members.empty() && std::all_of(group.members.begin(), group.members.end(), isFree);
    if (free) ways.free.push_back({QStringLiteral("group"), group.id.value});
  }
  return ways;
}

}  // namespace

TestSendDialog::TestSendDialog(Services& services, const campaign::Campaign& campaign, const QString& asIdentity,
                               std::optional<ProviderId> provider, QWidget* parent)
    : QDialog(parent), m_services(services), m_campaign(campaign), m_provider(provider) {
  setObjectName(QStringLiteral("test.dialog"));
  setWindowTitle(tr("Send a test"));
  setMinimumWidth(kTestSendWidth);
  makeFields(asIdentity);
  arrange(makeResult());
  checkNumber();
  loadProviders();
  loadTestPeople();
}

void TestSendDialog::makeFields(const QString& asIdentity) {
  m_testPerson = new QComboBox;
  m_testPerson->setObjectName(QStringLiteral("test.profile"));
  m_testPerson->setAccessibleName(tr("To"));
  m_testPersonLabel = makeFieldLabel(tr("To"), m_testPerson);
  m_testPerson->hide();
  m_testPersonLabel->hide();
  connect(m_testPerson, &QComboBox::activated, this, &TestSendDialog::chooseTestPerson);
  m_number = new QLineEdit;
  m_number->setObjectName(QStringLiteral("test.number"));
  m_number->setAccessibleName(tr("Number"));
  m_number->setPlaceholderText(tr("With country code, such as +91 98123 45678"));
  m_numberNote = new Label({}, TypeRole::Hint, Ink::Text3);
  m_numberNote->setWordWrap(true);
  m_through = new QComboBox;
  m_through->setObjectName(QStringLiteral("test.through"));
  m_through->setAccessibleName(tr("Through"));
  m_through->setModel(&m_routes);
  m_through->setEnabled(!m_provider);
  m_copy = new QComboBox;
  m_copy->setObjectName(QStringLiteral("test.copy"));
  m_copy->setAccessibleName(tr("Copy"));
  for (int copy = 0; copy < campaign::copyCount(m_campaign.variants); ++copy) {
    m_copy->addItem(campaign::copyName(m_campaign.variants, copy));
  }
  m_as = new PersonField(m_services, asIdentity);
  m_as->setObjectName(QStringLiteral("test.as"));
  m_as->setAccessibleName(tr("With the values of"));
  m_as->setPlaceholderText(tr("Name, number or identity; empty: nobody's, so that fallbacks show"));
  m_send = new Button(tr("Send test"), ButtonRole::Primary, Icon::Send);
  m_send->setObjectName(QStringLiteral("test.send"));
  m_send->setDefault(true);
  connect(m_number, &QLineEdit::textChanged, this, &TestSendDialog::checkNumber);
  connect(m_number, &QLineEdit::textEdited, this, [this] { m_testPerson->setCurrentIndex(m_testPerson->count() - 1); });
  connect(m_through, &QComboBox::currentIndexChanged, this, &TestSendDialog::checkNumber);
  connect(m_send, &Button::clicked, this, &TestSendDialog::send);
}

QWidget* TestSendDialog::makeResult() {
  m_outcome = new Chip;
  m_words = new Label({});
  m_words->setObjectName(QStringLiteral("test.words"));
  m_text = new Label({}, TypeRole::Hint, Ink::Text2);
  for (Label* label : {m_words, m_text}) {
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
  }
  m_result = new QWidget;
  auto* column = new QVBoxLayout(m_result);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(m_outcome, 0, Qt::AlignLeft);
  column->addWidget(m_words);
  column->addWidget(m_text);
  m_result->hide();
  return m_result;
}

void TestSendDialog::arrange(QWidget* result) {
  auto* close = new Button(tr("Close"));
  close->setAutoDefault(false);
  connect(close, &Button::clicked, this, &QDialog::reject);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(close);
  buttons->addWidget(m_send);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Small);
  column->addWidget(m_testPersonLabel);
  column->addWidget(m_testPerson);
  column->addWidget(makeFieldLabel(tr("Number"), m_number));
  column->addWidget(m_number);
  column->addWidget(m_numberNote);
  column->addWidget(makeFieldLabel(tr("Through"), m_through));
  column->addWidget(m_through);
  if (!m_provider) {
    column->addWidget(makeFieldLabel(tr("With the values of"), m_as));
    column->addWidget(m_as);
  }
  if (m_copy->count() > 1) {
    column->addWidget(makeFieldLabel(tr("Copy"), m_copy));
    column->addWidget(m_copy);
  } else {
    m_copy->setParent(this);
    m_copy->hide();
  }
  column->addSpacing(size::Small);
  column->addWidget(result);
  column->addSpacing(size::Small);
  column->addLayout(buttons);
}

void TestSendDialog::loadProviders() {
  m_services.background
      .run([&groups = m_services.groups, &providers = m_services.providers, &definitions = m_services.definitions,
            now = m_services.clock.now()] { return waysOf(groups, providers, definitions, now); })
      .then(this, [this](const Ways& ways) {
        m_free = ways.free;
        m_routes.setRows(ways.entries);
        const providers::Route wanted =
            m_provider ? providers::Route{QStringLiteral("provider"), m_provider->value} : m_campaign.route;
        m_through->setCurrentIndex(m_routes.rowOfRoute(wanted));
        checkNumber();
      });
}

void TestSendDialog::loadTestPeople() {
  m_services.background
      .run([services = m_services] {
        const audience::PeopleFinder finder(services.database, services.clock);
        return finder.testPeople(kMostTestProfiles).value_or(std::vector<audience::Profile>{});
      })
      .then(this, [this](const std::vector<audience::Profile>& people) { showTestPeople(people); });
}

void TestSendDialog::showTestPeople(std::vector<audience::Profile> people) {
  std::erase_if(people, [](const audience::Profile& one) { return !phone::isSendable(one.phoneState); });
  if (people.empty()) return;
  m_testPeople = std::move(people);
  for (const audience::Profile& person : m_testPeople) {
    m_testPerson->addItem(tr("%1 · %2").arg(person.displayName(), person.phone));
  }
  m_testPerson->addItem(tr("Another number"));
  m_testPerson->show();
  m_testPersonLabel->show();
  // Whoever has begun to type means another one.
  if (!m_number->text().isEmpty()) return m_testPerson->setCurrentIndex(m_testPerson->count() - 1);
  m_number->setText(m_testPeople.front().phone);
  if (m_as->text().isEmpty()) m_as->setText(m_testPeople.front().identity);
  m_testPerson->setFocus();
}

void TestSendDialog::chooseTestPerson(int index) {
  if (index < 0 || index >= static_cast<int>(m_testPeople.size())) {
    m_number->clear();
    return m_number->setFocus();
  }
  const audience::Profile& person = m_testPeople[static_cast<std::size_t>(index)];
  m_number->setText(person.phone);
  m_as->setText(person.identity);
}

void TestSendDialog::setCopy(int copy) {
  m_copy->setCurrentIndex(copy);
}

bool TestSendDialog::isFree() const {
  const int row = m_through->currentIndex();
  return row >= 0 && std::find(m_free.begin(), m_free.end(), m_routes.row(row).route) != m_free.end();
}

void TestSendDialog::checkNumber() {
  const QString typed = m_number->text().trimmed();
  const phone::ParsedPhone parsed = phone::parsePhone(typed, QStringView());
  const bool fine = phone::isSendable(parsed.state);
  m_numberNote->setInk(typed.isEmpty() || fine ? Ink::Text3 : Ink::Problem);
  const QString cost = isFree() ? tr("The sandbox takes it: no phone rings and nothing is charged.")
                                : tr("A real message is sent. The provider may charge for it.");
  m_numberNote->setText(typed.isEmpty() || fine ? cost : parsed.reason);
  m_send->setBlockedBecause(m_sending ? tr("A test is under way") : fine ? QString() : tr("Type a number first"));
}

void TestSendDialog::send() {
  const phone::ParsedPhone parsed = phone::parsePhone(m_number->text().trimmed(), QStringView());
  if (!parsed.number || m_sending) return;
  m_sending = true;
  checkNumber();
  delivery::TestSendRequest request;
  request.campaign = m_campaign;
  request.to = parsed.number->e164();
  request.provider = m_provider;
  request.asIdentity = m_as->identity();
  if (m_copy->count() > 1) request.copy = m_copy->currentIndex();
  if (const int row = m_through->currentIndex(); row >= 0) request.campaign.route = m_routes.row(row).route;
  Pending(m_services.testSend.send(request)).then(this, [this](const Result<delivery::TestSendResult>& result) {
    show(result);
  });
}

void TestSendDialog::show(const Result<delivery::TestSendResult>& result) {
  m_sending = false;
  checkNumber();
  m_result->show();
  if (!result) {
    m_outcome->setState(tr("Not sent"), Tone::Problem);
    m_words->setText(result.error().message);
    m_text->clear();
    // Short links may have been made all the same.
    Q_EMIT tested();
    return;
  }
  if (result->accepted) {
    m_outcome->setState(tr("Accepted by %1").arg(result->provider), Tone::Fine);
  } else if (result->unclear) {
    m_outcome->setState(tr("Unclear: may have arrived"), Tone::Attention);
  } else {
    m_outcome->setState(tr("Refused by %1").arg(result->provider), Tone::Problem);
  }
  QStringList words{result->words, result->hint};
  words.removeAll(QString());
  m_words->setText(words.join(QLatin1Char('\n')));
  m_text->setText(QStringLiteral("%1\n%2 · %3").arg(result->text, partsWords(result->parts), result->encoding));
  Q_EMIT tested();
}

}  // namespace heliograph::ui
