// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/test_messages/test_recipients.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "audience/import_plan.h"
#include "audience/people/people_finder.h"
#include "audience/profile_repository.h"
#include "phone/typed_number.h"
#include "ui/composer/test_messages/person_field.h"
#include "ui/layout/clear_layout.h"
#include "ui/layout/tab_order.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/phone_number_field.h"

namespace heliograph::ui {

namespace {

/// What is offered before anything is typed.
struct OfferedTests {
  std::vector<audience::Profile> marked;
  std::optional<audience::Profile> other;
  std::vector<delivery::TestNumber> numbers;
  QString region;
};

OfferedTests readOffered(const Services& services, const QString& identity) {
  const audience::PeopleFinder finder(services.database, services.clock);
  OfferedTests offered;
  offered.marked = finder.testPeople(TestRecipients::mostRecipients).value_or(std::vector<audience::Profile>{});
  if (!identity.isEmpty()) {
    if (const auto person = services.profiles.find(identity)) offered.other = *person;
  }
  offered.numbers = delivery::TestNumberRepository(services.database, services.clock)
                        .list()
                        .value_or(std::vector<delivery::TestNumber>{});
  offered.region = audience::defaultRegion(services.database).value_or(QString());
  return offered;
}

}  // namespace

TestRecipients::TestRecipients(Services& services, const QString& identity, QWidget* parent)
    : QWidget(parent),
      m_services(services),
      m_rows(new QVBoxLayout),
      m_contact(new PersonField(services, {})),
      m_addContact(new Button(tr("Add"))),
      m_number(new PhoneNumberField),
      m_addNumber(new Button(tr("Add"))),
      m_count(new Label({}, TypeRole::Hint, Ink::Text3)),
      m_note(new Label({}, TypeRole::Hint, Ink::Problem)) {
  m_contact->setObjectName(QStringLiteral("test.contact"));
  m_contact->setAccessibleName(tr("Contact"));
  m_contact->setPlaceholderText(tr("Name, number or identity"));
  m_addContact->setObjectName(QStringLiteral("test.addContact"));
  m_addContact->setAccessibleName(tr("Add the contact"));
  m_number->line()->setObjectName(QStringLiteral("test.number"));
  m_addNumber->setObjectName(QStringLiteral("test.addNumber"));
  m_addNumber->setAccessibleName(tr("Add the number"));
  m_note->setObjectName(QStringLiteral("test.note"));
  m_note->setWordWrap(true);
  m_note->hide();
  for (Button* add : {m_addContact, m_addNumber}) add->setAutoDefault(false);
  connect(m_addContact, &Button::clicked, this, &TestRecipients::addContact);
  connect(m_addNumber, &Button::clicked, this, &TestRecipients::addNumber);
  connect(m_contact, &QLineEdit::textChanged, this, [this](const QString& text) {
    m_addContact->setDefault(!text.trimmed().isEmpty());
    Q_EMIT changed();
  });
  connect(m_number, &PhoneNumberField::changed, this, [this] {
    m_addNumber->setDefault(!m_number->isEmpty());
    Q_EMIT changed();
  });
  arrange();
  showRows();
  load(identity);
}

void TestRecipients::arrange() {
  auto* contact = new QHBoxLayout;
  contact->addWidget(m_contact, 1);
  contact->addWidget(m_addContact);
  auto* number = new QHBoxLayout;
  number->addWidget(m_number, 1);
  number->addWidget(m_addNumber, 0, Qt::AlignTop);
  auto* head = new QHBoxLayout;
  head->addWidget(new Label(tr("To"), TypeRole::Label), 1);
  head->addWidget(m_count);
  m_rows->setSpacing(size::Tiny);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addLayout(head);
  column->addLayout(m_rows);
  column->addWidget(makeFieldLabel(tr("A contact"), m_contact));
  column->addLayout(contact);
  column->addWidget(makeFieldLabel(tr("A number"), m_number->line()));
  column->addLayout(number);
  column->addWidget(m_note);
}

void TestRecipients::load(const QString& identity) {
  m_services.background.run([services = m_services, identity] { return readOffered(services, identity); })
      .then(this, [this](const OfferedTests& offered) {
        if (!offered.region.isEmpty() && m_number->isEmpty()) m_number->setRegion(offered.region);
        bool first = true;
        for (const audience::Profile& profile : offered.marked) {
          if (!phone::isSendable(profile.phoneState)) continue;
          putProfile(profile, first && chosenCount() == 0 && !isAdding());
          first = false;
        }
        if (offered.other && phone::isSendable(offered.other->phoneState)) putProfile(*offered.other, false);
        putNumbers(offered.numbers);
        showRows();
        if (m_people.empty() || !m_number->line()->text().isEmpty()) return;
        const QWidget* focus = window()->focusWidget();
        if (!focus || focus == m_number->line() || focus == m_contact) focusFirst();
      });
}

void TestRecipients::putProfile(const audience::Profile& profile, bool chosen) {
  put({{profile.phone, profile.identity},
       profile.displayName(),
       profile.isTest ? TestPerson::Kind::TestProfile : TestPerson::Kind::Contact,
       chosen});
}

void TestRecipients::putNumbers(const std::vector<delivery::TestNumber>& numbers) {
  for (const delivery::TestNumber& number : numbers) {
    put({{number.number, {}}, phone::typedNumber(number.number, {}), TestPerson::Kind::Number, false});
  }
}

void TestRecipients::put(TestPerson person) {
  const auto known = std::find_if(m_people.begin(), m_people.end(),
                                  [&](const TestPerson& one) { return one.recipient == person.recipient; });
  if (known == m_people.end()) {
    m_people.push_back(std::move(person));
  } else {
    known->chosen = known->chosen || person.chosen;
  }
}

void TestRecipients::showRows() {
  clearLayout(*m_rows);
  m_boxes.clear();
  for (std::size_t place = 0; place < m_people.size(); ++place) {
    QWidget* row = makeRow(place);
    m_rows->addWidget(row);
    // A layout shows what is new a moment later, and until then it can't have the focus.
    row->show();
  }
  // Made later they would stand behind everything else in the Tab order.
  setTabOrder(m_contact, m_addContact);
  setTabOrder(tabThrough(m_addContact, m_number), m_addNumber);
  for (int row = 0; row < m_rows->count(); ++row) {
    for (auto* control : m_rows->itemAt(row)->widget()->findChildren<QAbstractButton*>()) {
      tabBefore(m_contact, {control});
    }
  }
  m_count->setText(tr("%1 of at most %2").arg(chosenCount()).arg(mostRecipients));
  Q_EMIT changed();
}

QWidget* TestRecipients::makeRow(std::size_t place) {
  const TestPerson& person = m_people[place];
  auto* box = new QCheckBox(person.recipient.asIdentity.isEmpty()
                                ? person.name
                                : tr("%1 · %2").arg(person.name, phone::typedNumber(person.recipient.to, {})));
  box->setObjectName(QStringLiteral("test.to.%1").arg(place));
  box->setChecked(person.chosen);
  connect(box, &QCheckBox::clicked, this, [this, place, box](bool on) {
    if (on && chosenCount() >= mostRecipients) {
      box->setChecked(false);
      return say(tr("A test goes to at most %1 at a time.").arg(mostRecipients));
    }
    say({});
    m_people[place].chosen = on;
    m_count->setText(tr("%1 of at most %2").arg(chosenCount()).arg(mostRecipients));
    Q_EMIT changed();
  });
  m_boxes.push_back(box);
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins({});
  line->setSpacing(size::Small);
  line->addWidget(box, 1);
  if (person.kind == TestPerson::Kind::TestProfile) line->addWidget(new Chip(tr("Test profile"), Tone::Accent));
  if (person.kind == TestPerson::Kind::Number) {
    auto* away = new IconButton(Icon::Close, tr("Forget %1").arg(person.name));
    connect(away, &IconButton::clicked, this, [this, number = person.recipient.to] { forget(number); });
    line->addWidget(away);
  }
  return row;
}

std::vector<TestPerson> TestRecipients::chosen() const {
  std::vector<TestPerson> people;
  std::copy_if(m_people.begin(), m_people.end(), std::back_inserter(people),
               [](const TestPerson& person) { return person.chosen; });
  return people;
}

int TestRecipients::chosenCount() const {
  return static_cast<int>(
      std::count_if(m_people.begin(), m_people.end(), [](const TestPerson& person) { return person.chosen; }));
}

bool TestRecipients::isAdding() const {
  return !m_number->isEmpty() || !m_contact->text().trimmed().isEmpty();
}

void TestRecipients::addTyped() {
  if (!m_number->isEmpty()) addNumber();
  if (!m_contact->text().trimmed().isEmpty()) addContact();
}

void TestRecipients::addNumber() {
  const phone::ParsedPhone parsed = m_number->number();
  if (!parsed.number) {
    m_number->line()->setFocus();
    return say(m_number->isEmpty() ? tr("Type a number first.") : parsed.reason);
  }
  if (chosenCount() >= mostRecipients) return say(tr("A test goes to at most %1 at a time.").arg(mostRecipients));
  say({});
  put({{parsed.number->e164(), {}}, phone::typedNumber(parsed.number->e164(), {}), TestPerson::Kind::Number, true});
  m_number->setNumber({});
  showRows();
}

void TestRecipients::addContact() {
  const QString identity = m_contact->identity();
  if (identity.isEmpty()) return say(tr("Type some of a contact's name, number or identity first."));
  m_services.background.run([&profiles = m_services.profiles, identity] { return profiles.find(identity); })
      .then(this, [this](const Result<audience::Profile>& profile) {
        if (!profile) return say(tr("There is no such contact. Choose one of those that are found while you type."));
        if (!phone::isSendable(profile->phoneState)) {
          return say(tr("%1 has no number that can be texted.").arg(profile->displayName()));
        }
        if (chosenCount() >= mostRecipients) {
          return say(tr("A test goes to at most %1 at a time.").arg(mostRecipients));
        }
        say({});
        putProfile(*profile, true);
        m_contact->clear();
        showRows();
      });
}

void TestRecipients::forget(const QString& number) {
  std::erase_if(m_people, [&](const TestPerson& person) {
    return person.kind == TestPerson::Kind::Number && person.recipient.to == number;
  });
  showRows();
  m_number->line()->setFocus();
  m_services.background
      .run([services = m_services, number] {
        return delivery::TestNumberRepository(services.database, services.clock).forget(number);
      })
      .then(this, [this](const Result<>& done) {
        if (!done) say(done.error().message);
      });
}

void TestRecipients::say(const QString& problem) {
  m_note->setText(problem);
  m_note->setVisible(!problem.isEmpty());
}

QWidget* TestRecipients::lastControl() const {
  return m_addNumber;
}

void TestRecipients::focusFirst() {
  if (m_boxes.empty()) return m_number->line()->setFocus();
  m_boxes.front()->setFocus();
}

}  // namespace heliograph::ui
