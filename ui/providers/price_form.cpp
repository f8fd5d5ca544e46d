// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/providers/price_form.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

#include "phone/country.h"
#include "phone/phone_number.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

namespace {

constexpr int kPrefixWidth = 110;
constexpr int kAmountWidth = 100;
constexpr int kCurrencyWidth = 76;
constexpr int kLeastChoice = 140;

QLineEdit* makeField(const QString& name, const QString& placeholder, int width) {
  auto* field = new QLineEdit;
  field->setObjectName(name);
  field->setPlaceholderText(placeholder);
  field->setFixedWidth(width);
  return field;
}

}  // namespace

PriceForm::PriceForm(QWidget* parent)
    : QWidget(parent),
      m_country(new QComboBox),
      m_prefix(makeField(QStringLiteral("prices.prefix"), tr("any"), kPrefixWidth)),
      m_provider(new QComboBox),
      m_amount(makeField(QStringLiteral("prices.amount"), QStringLiteral("0.0455"), kAmountWidth)),
      m_currency(makeField(QStringLiteral("prices.currency"), QStringLiteral("EUR"), kCurrencyWidth)) {
  m_country->setObjectName(QStringLiteral("prices.country"));
  m_provider->setObjectName(QStringLiteral("prices.provider"));
  m_country->setMinimumWidth(kLeastChoice);
  m_provider->setMinimumWidth(kLeastChoice);
  m_currency->setMaxLength(3);
  fillCountries();
  fillProviderChoice(*m_provider, {});
  auto* add = new Button(tr("Add"), ButtonRole::Plain, Icon::Plus);
  add->setObjectName(QStringLiteral("prices.add"));

  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(size::Small);
  const auto addField = [&](const QString& title, QWidget* field, int stretch) {
    auto* column = new QVBoxLayout;
    column->setSpacing(size::Tiny);
    column->addWidget(makeFieldLabel(title, field));
    column->addWidget(field);
    row->addLayout(column, stretch);
    field->setAccessibleName(title);
  };
  addField(tr("Country"), m_country, 2);
  addField(tr("Begins with"), m_prefix, 0);
  addField(tr("Provider"), m_provider, 1);
  addField(tr("Price of a part"), m_amount, 0);
  addField(tr("Currency"), m_currency, 0);
  row->addWidget(add, 0, Qt::AlignBottom);

  connect(m_country, &QComboBox::currentIndexChanged, this, &PriceForm::showPrefix);
  connect(m_amount, &QLineEdit::returnPressed, this, &PriceForm::submit);
  connect(m_currency, &QLineEdit::returnPressed, this, &PriceForm::submit);
  connect(add, &Button::clicked, this, &PriceForm::submit);
}

void PriceForm::fillCountries() {
  std::vector<std::pair<QString, QString>> countries;
  for (const QString& region : phone::knownRegions()) countries.emplace_back(phone::countryName(region), region);
  std::sort(countries.begin(), countries.end(),
            [](const auto& a, const auto& b) { return QString::localeAwareCompare(a.first, b.first) < 0; });
  m_country->addItem(tr("Everywhere"), QString());
  for (const auto& [name, region] : countries) m_country->addItem(name, region);
}

void PriceForm::showPrefix() {
  m_prefix->setText(phone::callingCode(m_country->currentData().toString()));
}

void PriceForm::setProviders(const ProviderNames& names) {
  const QVariant chosen = m_provider->currentData();
  fillProviderChoice(*m_provider, names);
  m_provider->setCurrentIndex(std::max(0, m_provider->findData(chosen)));
}

void PriceForm::suggestCurrency(const QString& code) {
  if (m_currency->text().isEmpty()) m_currency->setText(code);
}

void PriceForm::clear() {
  m_amount->clear();
  m_country->setCurrentIndex(0);
  focusFirst();
}

void PriceForm::focusFirst() {
  m_country->setFocus();
}

void PriceForm::submit() {
  const auto money = Money::parse(m_amount->text(), m_currency->text());
  if (!money) {
    Q_EMIT refused(money.error().message);
    return isCurrencyCode(m_currency->text().toUpper()) ? m_amount->setFocus() : m_currency->setFocus();
  }
  const auto price = providers::normalised({ProviderId{m_provider->currentData().toLongLong()}, m_prefix->text(),
                                            m_country->currentData().toString(), *money});
  if (!price) {
    Q_EMIT refused(price.error().message);
    return m_prefix->setFocus();
  }
  Q_EMIT priceEntered(*price);
}

}  // namespace heliograph::ui
