// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/contacts/import_dialog.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QProgressBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/contacts/import_task.h"
#include "ui/contacts/import_words.h"
#include "ui/contacts/mapping_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

namespace heliograph::ui {

using audience::ImportReport;

namespace {

constexpr int kWidth = 720;
constexpr int kHeight = 560;
constexpr int kBarSteps = 1000;

Label* wrapped(const QString& text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text) {
  auto* label = new Label(text, role, ink);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  return label;
}

}  // namespace

ImportDialog::ImportDialog(Services& services, QWidget* parent)
    : QDialog(parent),
      m_services(services),
      m_task(new ImportTask(services, this)),
      m_stack(new QStackedWidget),
      m_mapping(new MappingPage) {
  setObjectName(QStringLiteral("import.dialog"));
  setWindowTitle(tr("Import contacts"));
  resize(kWidth, kHeight);
  for (QWidget* page : std::initializer_list<QWidget*>{makeChoose(), m_mapping, makeCount(), makeDone()})
    m_stack->addWidget(page);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Large);
  column->setSpacing(size::Medium);
  column->addWidget(m_stack, 1);
  column->addWidget(makeButtons());
  connectTask();
  showPage(ChoosePage);
}

QWidget* ImportDialog::makeChoose() {
  m_path = new QLineEdit;
  m_path->setObjectName(QStringLiteral("import.file"));
  m_path->setAccessibleName(tr("File"));
  m_path->setPlaceholderText(tr("A CSV file with one contact a line"));
  auto* choose = new Button(tr("Choose a file…"), ButtonRole::Plain, Icon::Folder);
  m_pathNote = wrapped({}, TypeRole::Body, Ink::Problem);
  connect(choose, &Button::clicked, this, &ImportDialog::browse);
  connect(m_path, &QLineEdit::textChanged, this, [this] { showPage(ChoosePage); });
  auto* row = new QHBoxLayout;
  row->addWidget(m_path, 1);
  row->addWidget(choose);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("Which file?"), TypeRole::Title));
  column->addWidget(wrapped(tr("Its first line names the columns. Commas, semicolons, tabs and bars are understood. "
                               "Nothing is written before you have seen what would happen."),
                            TypeRole::Body, Ink::Text2));
  column->addLayout(row);
  column->addWidget(m_pathNote);
  column->addStretch();
  return page;
}

QWidget* ImportDialog::makeCount() {
  m_bar = new QProgressBar;
  m_bar->setRange(0, kBarSteps);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(6);
  m_bar->setAccessibleName(tr("Progress"));
  m_counts = wrapped({});
  m_counts->setObjectName(QStringLiteral("import.counts"));
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("What will happen"), TypeRole::Title));
  column->addWidget(m_bar);
  column->addWidget(m_counts);
  column->addStretch();
  return page;
}

QWidget* ImportDialog::makeDone() {
  m_result = wrapped({});
  m_result->setObjectName(QStringLiteral("import.result"));
  m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->setContentsMargins({});
  column->setSpacing(size::Medium);
  column->addWidget(new Label(tr("Imported"), TypeRole::Title));
  column->addWidget(m_result);
  column->addStretch();
  return page;
}

QWidget* ImportDialog::makeButtons() {
  m_back = new Button(tr("Back"), ButtonRole::Quiet, Icon::ArrowLeft);
  m_back->setAutoDefault(false);
  m_close = new Button(tr("Cancel"));
  m_close->setAutoDefault(false);
  m_next = new Button({}, ButtonRole::Primary);
  m_next->setObjectName(QStringLiteral("import.next"));
  m_next->setDefault(true);
  connect(m_back, &Button::clicked, this, &ImportDialog::goBack);
  connect(m_next, &Button::clicked, this, &ImportDialog::goOn);
  connect(m_close, &Button::clicked, this, [this] {
    if (m_task->isRunning()) {
      m_task->cancel();
    } else {
      close();
    }
  });
  auto* foot = new QWidget;
  auto* row = new QHBoxLayout(foot);
  row->setContentsMargins({});
  row->addWidget(m_back);
  row->addStretch();
  row->addWidget(m_close);
  row->addWidget(m_next);
  return foot;
}

void ImportDialog::connectTask() {
  connect(m_task, &ImportTask::failed, this, &ImportDialog::showError);
  connect(m_task, &ImportTask::progressed, this, [this](double share, qint64 rows) {
    m_bar->setValue(static_cast<int>(share * kBarSteps));
    m_counts->setText(
        (m_dry ? tr("Reading: %1 lines so far.") : tr("Importing: %1 lines so far.")).arg(QLocale().toString(rows)));
  });
  connect(m_task, &ImportTask::finished, this, [this](const ImportReport& report) {
    m_bar->setValue(kBarSteps);
    if (m_dry) {
      showCounts(report);
    } else {
      showResult(report);
    }
  });
}

void ImportDialog::browse() {
  auto* dialog = new QFileDialog(this, tr("Choose a file"), {}, tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::ExistingFile);
  connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::openFile);
  dialog->open();
}

void ImportDialog::openFile(const QString& file) {
  m_path->setText(file);
  m_file = file;
  m_services.background.run([&database = m_services.database, file] { return audience::previewImport(file, database); })
      .then(this, [this](const Result<audience::ImportPreview>& preview) { showPreview(preview); });
}

void ImportDialog::showPreview(const Result<audience::ImportPreview>& preview) {
  m_pathNote->setText(preview ? QString() : preview.error().message);
  if (!preview) return;
  m_mapping->show(*preview);
  showPage(MapPage);
}

void ImportDialog::showPage(Page page) {
  m_stack->setCurrentIndex(page);
  m_back->setVisible(page == MapPage || page == CountPage);
  m_next->setVisible(page != DonePage);
  m_close->setText(page == DonePage ? tr("Close") : tr("Cancel"));
  m_next->setText(page == CountPage ? tr("Import") : tr("Next"));
  const bool noFile = page == ChoosePage && m_path->text().trimmed().isEmpty();
  m_next->setBlockedBecause(noFile ? tr("Choose a file first") : QString());
  m_back->setEnabled(true);
}

void ImportDialog::goBack() {
  m_task->cancel();
  showPage(m_stack->currentIndex() == CountPage ? MapPage : ChoosePage);
}

void ImportDialog::goOn() {
  switch (m_stack->currentIndex()) {
    case ChoosePage:
      return openFile(m_path->text().trimmed());
    case MapPage:
      return dryRun();
    default:
      return import();
  }
}

audience::ImportOptions ImportDialog::options(bool dryRun) const {
  audience::ImportOptions options;
  options.mapping = m_mapping->mapping();
  options.region = m_mapping->region();
  options.dryRun = dryRun;
  return options;
}

void ImportDialog::dryRun() {
  if (m_task->isRunning()) return;
  m_dry = true;
  m_bar->setValue(0);
  showPage(CountPage);
  m_next->setBlockedBecause(tr("The file is being read"));
  m_task->start(m_file, options(true));
}

void ImportDialog::import() {
  if (m_task->isRunning()) return;
  m_dry = false;
  m_bar->setValue(0);
  m_back->setEnabled(false);
  m_next->setBlockedBecause(tr("The contacts are being imported"));
  m_task->start(m_file, options(false));
}

void ImportDialog::showCounts(const ImportReport& report) {
  m_counts->setText(plannedWords(report));
  const qint64 people = report.created + report.updated;
  m_next->setText(people == 1 ? tr("Import 1 contact") : tr("Import %1 contacts").arg(QLocale().toString(people)));
  m_next->setBlockedBecause(people == 0 ? tr("There is nothing to import") : QString());
  m_next->setFocus();
}

void ImportDialog::showResult(const ImportReport& report) {
  m_result->setText(resultWords(report));
  showPage(DonePage);
  m_close->setFocus();
  Q_EMIT imported();
}

void ImportDialog::showError(const Error& error) {
  if (m_stack->currentIndex() != CountPage) return;
  if (!m_dry) Q_EMIT imported();
  m_counts->setText(error.message);
  m_back->setEnabled(true);
  m_next->setBlockedBecause(tr("Go back and change what is wrong"));
}

}  // namespace heliograph::ui
